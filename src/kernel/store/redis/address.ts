/** Whether a place to keep things is a Redis, and not a folder. */
export const isRedis = (place: string): boolean => /^rediss?:\/\//.test(place)

/** The address of a Redis as it may be shown. */
export function withoutSecrets(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}
