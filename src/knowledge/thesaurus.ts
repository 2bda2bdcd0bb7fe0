/** Sets of everyday words that people use for one another, base forms in lower case. */
export type Thesaurus = readonly (readonly string[])[]
