import { legible } from './plain.ts'

type Value = string | number | undefined

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that means nothing but itself, between tags and in an attribute alike. */
export const escaped = (text: string): string =>
  legible(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** An element of XML. What is inside is markup already; attributes are not, and go where they are undefined. */
export function element(name: string, attributes: Record<string, Value> = {}, ...inside: string[]): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${typeof value === 'number' ? px(value) : escaped(value)}"`],
  )
  const tag = `${name}${written.join('')}`
  return inside.length ? `<${tag}>${inside.join('')}</${name}>` : `<${tag}/>`
}

/** A tenth of a pixel is fine enough. */
export const px = (value: number): number => Math.round(value * 10) / 10
