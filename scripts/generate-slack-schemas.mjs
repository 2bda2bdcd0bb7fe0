// Writes JSON Schemas of what Slack takes and sends, generated from Slack's own types, so that the Slack on loopback is
// strict where Slack is and no test rests on our own idea of a payload. Run it after an update of @slack/*; a test
// fails until then.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/** What each file holds: types of one package. `strict` ones take no property that is not declared. */
const SCHEMAS = [
  {
    file: 'src/loopback/schemas/blocks.json',
    source: 'node_modules/@slack/types/dist/index.d.ts',
    package: '@slack/types',
    types: ['KnownBlock', 'ModalView', 'HomeView'],
    strict: true,
  },
  {
    file: 'tests/loopback/schemas/events.json',
    source: 'node_modules/@slack/types/dist/index.d.ts',
    package: '@slack/types',
    types: [
      'AppHomeOpenedEvent',
      'AppMentionEvent',
      'AssistantThreadStartedEvent',
      'GenericMessageEvent',
      'MessageChangedEvent',
      'ReactionAddedEvent',
      'ReactionRemovedEvent',
    ],
    strict: false,
  },
  {
    file: 'tests/loopback/schemas/payloads.json',
    source: 'tests/loopback/slack-payloads.d.ts',
    package: '@slack/bolt',
    types: [
      'SlashCommandPayload',
      'ButtonPress',
      'FeedbackPress',
      'SelectChoice',
      'ConversationChoice',
      'OverflowChoice',
      'RadioChoice',
      'CheckboxesChoice',
      'ViewPress',
      'ViewSubmission',
      'ViewClose',
      'GlobalShortcutUse',
      'MessageShortcutUse',
      'EventEnvelope',
    ],
    strict: false,
  },
  {
    file: 'tests/loopback/schemas/answers.json',
    source: 'node_modules/@slack/web-api/dist/types/response/index.d.ts',
    package: '@slack/web-api',
    types: [
      'AppsConnectionsOpenResponse',
      'AuthTestResponse',
      'ChatPostEphemeralResponse',
      'ChatPostMessageResponse',
      'ChatUpdateResponse',
      'ConversationsHistoryResponse',
      'ConversationsInfoResponse',
      'ConversationsListResponse',
      'ConversationsOpenResponse',
      'ConversationsRepliesResponse',
      'UsersInfoResponse',
      'ViewsOpenResponse',
      'ViewsPublishResponse',
      'ViewsPushResponse',
      'ViewsUpdateResponse',
    ],
    strict: false,
  },
]

for (const { file, source, package: name, types, strict } of SCHEMAS) {
  const definitions = {}
  for (const type of types) Object.assign(definitions, schemaOf({ source, type, strict }).definitions)
  // Blocks of a view are checked one by one; its own type would let any through.
  if (definitions.AnyBlock) definitions.AnyBlock = {}
  const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'))
  const written = strict ? byType(definitions, definitions) : definitions
  const schema = { $comment: `${name} ${version}`, definitions: withoutWords(written) }
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(schema)}\n`)
  console.log(`${file}: ${Object.keys(definitions).length} definitions from ${name} ${version}`)
}

function schemaOf({ source, type, strict }) {
  return createGenerator({
    path: source,
    type,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    additionalProperties: !strict,
    expose: 'all',
    jsDoc: 'none',
  }).createSchema(type)
}

/** Without the prose of the types, which nobody reads here. */
function withoutWords(value) {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key, inner]) => key !== 'description' || typeof inner !== 'string')
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutWords(inner)]))
}

/**
 * The same schema, where a choice among things with a `type` first looks at the type. A plain choice says of one slip
 * how it differs from each of twenty blocks.
 */
function byType(value, definitions) {
  if (Array.isArray(value)) return value.map((one) => byType(one, definitions))
  if (typeof value !== 'object' || value === null) return value
  const choices = value.anyOf ? typedChoices(value, definitions) : undefined
  if (choices && new Set(choices.map(({ type }) => type)).size > 1) {
    const types = [...new Set(choices.map(({ type }) => type))]
    return {
      type: 'object',
      required: ['type'],
      properties: { type: { enum: types } },
      allOf: types.map((type) => ({
        if: { required: ['type'], properties: { type: { const: type } } },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: only(choices.filter((choice) => choice.type === type).map(({ schema }) => schema)),
      })),
    }
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, byType(inner, definitions)]))
}

function only(schemas) {
  return schemas.length === 1 ? schemas[0] : { anyOf: schemas }
}

/** Each choice with its type, choices within choices too; undefined when one has none. */
function typedChoices(schema, definitions) {
  const found = []
  for (const choice of schema.anyOf) {
    const target = choice.$ref ? definitions[decodeURIComponent(choice.$ref.replace('#/definitions/', ''))] : choice
    const type = target?.properties?.type?.const
    const inner = target?.anyOf && typedChoices(target, definitions)
    if (type === undefined && !inner) return undefined
    if (type === undefined) found.push(...inner)
    else found.push({ type, schema: choice })
  }
  return found
}
