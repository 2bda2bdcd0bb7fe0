import type {
  BlockAction,
  ButtonAction,
  CheckboxesAction,
  ConversationsSelectAction,
  EnvelopedEvent,
  FeedbackButtonsAction,
  GlobalShortcut,
  MessageShortcut,
  OverflowAction,
  RadioButtonsAction,
  SlashCommand,
  StaticSelectAction,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt'

/** Bolt's types made concrete, for scripts/generate-slack-schemas.mjs: a generic type has no schema. */
export type SlashCommandPayload = SlashCommand
export type ButtonPress = BlockAction<ButtonAction>
export type FeedbackPress = BlockAction<FeedbackButtonsAction>
export type SelectChoice = BlockAction<StaticSelectAction>
export type ConversationChoice = BlockAction<ConversationsSelectAction>
export type OverflowChoice = BlockAction<OverflowAction>
export type RadioChoice = BlockAction<RadioButtonsAction>
export type CheckboxesChoice = BlockAction<CheckboxesAction>
/** In a view there is no message to answer to, whatever Bolt's type says. */
export type ViewPress = Omit<BlockAction<ButtonAction>, 'response_url'>
export type ViewSubmission = ViewSubmitAction
export type ViewClose = ViewClosedAction
export type GlobalShortcutUse = GlobalShortcut
export type MessageShortcutUse = MessageShortcut
export type EventEnvelope = EnvelopedEvent<{ type: string; event_ts: string }>
