/** What is said of a member or parameter: a sentence or two, and values that it may have. */
export type Said = string | { description: string; examples: unknown[] }

/**
 * What a face's document says beyond its schemas, in our own words. It is kept apart from them, and loaded when a document
 * is first asked for, so that a start neither reads nor copies schemas for it.
 */
export type Words = {
  /**
   * By the member's name; where that means something else in one place, by that place and the name: `Address status`,
   * `Access Token status`. A place is an operation's id, a component's name, or a member around it.
   */
  members: Record<string, Said>
  /** Changes in the whole document what no schema can say. */
  amend?(document: object): void
  /** What the operations of a tag are about. */
  tags: Record<string, string>
}
