/** Why a text is no state; the reader of the file adds which file. */
export class NoState extends Error {
  /** Whether it is whole, and something else that no sandbox wrote. */
  readonly isForeign: boolean

  constructor(message: string, isForeign = false) {
    super(message)
    this.isForeign = isForeign
  }
}
