/** A number above 0 that the environment asks for, or the usual one: of nothing nothing could be seen. */
export function asked(name, usual) {
  const number = Number(process.env[name] ?? usual)
  if (number > 0) return number
  console.error(`${name} is '${process.env[name]}', and has to be a number above 0`)
  process.exit(1)
}
