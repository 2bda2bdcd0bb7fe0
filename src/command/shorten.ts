/** A text cut to at most `most` characters, for saying back what somebody typed. */
export const shorten = (text: string, most = 120): string => {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
