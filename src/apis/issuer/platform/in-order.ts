/** The members that have a value, in the order of a schema, which is the contract's. */
export function inOrder<T extends object>({ shape }: { shape: object }, members: T): T {
  const names = Object.keys(shape) as (keyof T)[]
  return Object.fromEntries(names.flatMap((name) => (members[name] === undefined ? [] : [[name, members[name]]]))) as T
}
