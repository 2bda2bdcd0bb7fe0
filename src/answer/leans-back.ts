/** Words at the start of a text that only make sense after the text before it. */
const CARRIES_ON =
  /^["“'(]*(?:it|its|this|these|that|those|they|their|them|he|his|she|her|such|there(?! (?:is|are|was|were|will|has|have)\b)|here|but|and|or|so|also|however|then|thus|hence|therefore|another|others?|both|neither|either|besides|moreover|furthermore|instead|otherwise|again|afterwards|the (?:latter|former|same|others?|above|next|second|third|rest)|as (?:said|mentioned|shown|noted|stated)|in (?:addition|contrast)|on the other hand|for (?:example|instance|that))\b/iu

/** True for a text that begins with a word for something named before it, or with one that carries on a thought. */
export const leansBack = (text: string): boolean => CARRIES_ON.test(text)
