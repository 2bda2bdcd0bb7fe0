import type { BlockAction, ButtonAction, EnvelopedEvent, SlashCommand } from '@slack/bolt'

/** Bolt's types made concrete, for scripts/generate-slack-schemas.mjs: a generic type has no schema. */
export type SlashCommandPayload = SlashCommand
export type ButtonPress = BlockAction<ButtonAction>
export type EventEnvelope = EnvelopedEvent<{ type: string; event_ts: string }>
