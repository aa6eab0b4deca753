// biome-ignore lint/suspicious/noExplicitAny: a document is looked at from all sides
type Any = any

const COMPONENT = '#/components/schemas/'

/**
 * A `filter` leaves out any member of `data` that it does not name, and a schema cannot tell by the query: so nothing in the
 * data of such an answer is required, in the components that it refers to neither.
 */
export function requireNothingSelected(document: Any): void {
  const components: Record<string, Any> = document.components.schemas
  const sent = new Set<string>()
  const selected = new Set<string>()
  for (const { parameters, requestBody, responses } of operationsOf(document)) {
    gather(requestBody, components, sent)
    if (!parameters.some(({ name }: Any) => name === 'filter')) continue
    const { data } = responses['200'].content['application/json'].schema.properties
    gather(data, components, selected)
    release(data)
  }
  for (const name of selected) {
    if (sent.has(name)) throw new Error(`${name} is sent and selected: what is required of it is not the same`)
    release(components[name])
  }
}

const operationsOf = ({ paths }: Any): Any[] => Object.values<Any>(paths).flatMap((item) => Object.values(item))

/** The components that a part of the document refers to, and those that they refer to. */
function gather(part: Any, components: Record<string, Any>, names: Set<string>): void {
  for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(new RegExp(`"${COMPONENT}([^"]+)"`, 'g'))) {
    if (names.has(name)) continue
    names.add(name)
    gather(components[name], components, names)
  }
}

function release(schema: Any): void {
  if (typeof schema !== 'object' || schema === null) return
  delete schema.required
  for (const member of Object.values(schema.properties ?? {})) release(member)
  release(schema.items)
}
