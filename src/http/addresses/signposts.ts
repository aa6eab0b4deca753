/** Where people look for what every service has, and what is said to them. `known` are the paths that there are. */
export function signpost(path: string, prefix: string, known: string[]): string | undefined {
  const places = (pattern: RegExp) => known.filter((place) => pattern.test(place)).map((place) => prefix + place)
  if (/^\/(swagger|openapi|api-docs|docs|redoc)\b/i.test(path))
    return told(places(/^\/openapi\//), 'has the document', 'have the documents')
  if (/^\/(_sandbox\/)?(health|ready|live|ping|status)/i.test(path))
    return told(places(/\/health\/\w+$/), 'tells how it is', 'tell how it is')
  if (path === '/_sandbox')
    return told(places(/^\/_sandbox\/info$|\/control\.json$/), 'tells what there is', 'tell what there is')
  return undefined
}

const told = (places: string[], one: string, several: string): string | undefined =>
  places.length ? `${places.join(' and ')} ${places.length === 1 ? one : several}` : undefined
