import { turns } from './turns.ts'

/** Something is not loaded yet: told to whoever runs the work that needs it. */
class NotLoaded extends Error {
  readonly load: () => Promise<void>

  constructor(load: () => Promise<void>) {
    super('not loaded yet')
    this.load = load
  }
}

/** Whether work stopped because something must be loaded first. */
export const isNotLoaded = (error: unknown): boolean => error instanceof NotLoaded

/** Code that is too large to be read before somebody needs it, for work that cannot wait in the middle. */
export function lazy<T>(load: () => Promise<T>): () => T {
  let loaded: { code: T } | undefined
  const loading = async (): Promise<void> => {
    loaded = { code: await load() }
  }
  return () => {
    if (!loaded) throw new NotLoaded(loading)
    return loaded.code
  }
}

/** Lets others have their turn in what would take long: `piece` does some of it, and says whether there is more. */
export function untilDone(piece: () => boolean): never {
  throw new NotLoaded(async () => {
    const rest = turns()
    while (piece()) await rest()
  })
}

/** Does work at once; what it turns out to need and is not loaded yet is waited for, and the work done from its beginning. */
export function whenLoaded<R>(work: () => R | Promise<R>): R | Promise<R> {
  const again = async (error: unknown): Promise<R> => {
    if (!(error instanceof NotLoaded)) throw error
    await error.load()
    return whenLoaded(work)
  }
  try {
    const done = work()
    return done instanceof Promise ? done.catch(again) : done
  } catch (error) {
    return again(error)
  }
}

/**
 * What is loaded with the first who asks for it, and given at once from then on. All who ask meanwhile wait for the same;
 * where it could not be loaded, the next who asks tries again.
 */
export function once<T>(load: () => Promise<T>): () => T | Promise<T> {
  let loaded: { value: T } | undefined
  let loading: Promise<T> | undefined
  const begin = async (): Promise<T> => {
    try {
      loaded = { value: await load() }
      return loaded.value
    } finally {
      loading = undefined
    }
  }
  return () => {
    if (loaded) return loaded.value
    loading ??= begin()
    return loading
  }
}
