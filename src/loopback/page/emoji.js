// @ts-check

/** Emoji that the page offers, and those that apps use most; any other is shown by its name. @type {Record<string, string>} */
const EMOJI = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  eyes: '👀',
  heart: '❤️',
  tada: '🎉',
  white_check_mark: '✅',
  x: '❌',
  warning: '⚠️',
  hourglass_flowing_sand: '⏳',
  mag: '🔍',
  bulb: '💡',
  books: '📚',
}

/** @param {string} name */
export const emojiOf = (name) => (Object.hasOwn(EMOJI, name) ? EMOJI[name] : `:${name}:`) ?? ''
