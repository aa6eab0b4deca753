/** No record is nested that deep, and whoever follows one deeper by calling itself may come to no end of it. */
const DEEPEST = 200

/** Freezes a value of plain objects and arrays all the way down, and returns it. @throws RangeError where that is too far */
export function deepFreeze<T>(value: T, depth = 0): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (depth > DEEPEST) throw new RangeError('nested too deeply')
  for (const member of Object.values(value)) deepFreeze(member, depth + 1)
  return Object.freeze(value)
}
