/** A text and, as `briefly` says them, the rules it has to give. */
export type Phrase = readonly [text: string, ...rules: string[]]
