/** Least and most: characters of a text, entries of a list. */
export type Limit = readonly [least: number, most: number]

/** Limits of what stands at a path below an object; `*` is any entry of a list. */
export type Limits = Readonly<Record<string, Limit>>

const OPTION: Limits = { 'text.text': [1, 75], value: [1, 150], 'description.text': [1, 75], url: [1, 3000] }
const optionsUpTo = (most: number): Limits => ({
  options: [1, most],
  ...Object.fromEntries(Object.entries(OPTION).map(([path, limit]) => [`options.*.${path}`, limit])),
})
const SELECT: Limits = {
  ...optionsUpTo(100),
  option_groups: [1, 100],
  'option_groups.*.label.text': [1, 75],
}

/** What holds for every object of Block Kit, whatever its type. */
export const COMMON_LIMITS: Limits = {
  block_id: [1, 255],
  action_id: [1, 255],
  'confirm.title.text': [1, 100],
  'confirm.text.text': [1, 300],
  'confirm.confirm.text': [1, 30],
  'confirm.deny.text': [1, 30],
  'placeholder.text': [1, 150],
}

/** Lengths that Slack's documentation gives for an object with a `type`; its types for TypeScript do not know them. */
export const LIMITS: ReadonlyMap<string, Limits> = new Map<string, Limits>(
  Object.entries({
    // Blocks
    actions: { elements: [1, 25] },
    card: { 'title.text': [1, 150], 'subtitle.text': [1, 150], 'body.text': [1, 200] },
    carousel: { elements: [1, 10] },
    container: { 'title.text': [1, 150], 'subtitle.text': [1, 150], child_blocks: [1, 10] },
    context: { elements: [1, 10] },
    context_actions: { elements: [1, 5] },
    header: { 'text.text': [1, 150] },
    image: { alt_text: [1, 2000], image_url: [1, 3000], 'title.text': [1, 2000] },
    input: { 'label.text': [1, 2000], 'hint.text': [1, 2000] },
    markdown: { text: [1, 12_000] },
    rich_text: { elements: [1, Number.POSITIVE_INFINITY] },
    section: { fields: [1, 10], 'fields.*.text': [1, 2000] },
    table: { rows: [1, 100], 'rows.*': [1, 20], column_settings: [0, 20] },
    video: { alt_text: [1, 2000], 'title.text': [1, 200], 'description.text': [1, 200], author_name: [1, 50] },
    // Elements
    button: { 'text.text': [1, 75], value: [1, 2000], url: [1, 3000], accessibility_label: [1, 75] },
    checkboxes: optionsUpTo(10),
    feedback_buttons: { 'positive_button.text.text': [1, 75], 'negative_button.text.text': [1, 75] },
    icon_button: { 'text.text': [1, 75], value: [1, 2000], accessibility_label: [1, 75] },
    multi_static_select: SELECT,
    overflow: optionsUpTo(5),
    radio_buttons: optionsUpTo(10),
    static_select: SELECT,
    workflow_button: { 'text.text': [1, 75], accessibility_label: [1, 75] },
    // Text
    mrkdwn: { text: [1, 3000] },
    plain_text: { text: [1, 3000] },
    // Parts of rich text
    rich_text_list: { elements: [1, Number.POSITIVE_INFINITY] },
    text: { text: [1, Number.POSITIVE_INFINITY] },
    link: { url: [1, 3000] },
    // Views
    modal: {
      blocks: [1, 100],
      'title.text': [1, 24],
      'submit.text': [1, 24],
      'close.text': [1, 24],
      private_metadata: [0, 3000],
      callback_id: [0, 255],
    },
    home: { blocks: [0, 100], private_metadata: [0, 3000], callback_id: [0, 255] },
  } satisfies Record<string, Limits>),
)
