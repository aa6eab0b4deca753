import type { Content, Creator, Entry, Har, PostData } from 'har-format'
import { worded } from '../http/answers/finding-text.ts'
import { phraseOf } from '../http/answers/status-phrases.ts'
import type { Step } from '../kernel/journal/step.ts'
import { maskTexts } from '../kernel/masking/redaction.ts'
import { VERSION } from '../version.ts'

const CREATOR: Creator = { name: 'issuer-sandbox', version: VERSION }

/** Steps as an HTTP archive, oldest first; `home` stands before their paths. What is not known is -1, as the format has it. */
export const archiveOf = (steps: Step[], home: string): Har => ({
  log: {
    version: '1.2',
    creator: CREATOR,
    entries: steps.toSorted((a, b) => a.id - b.id).map((step) => entryOf(step, home)),
  },
})

function entryOf(step: Step, home: string): Entry {
  const url = new URL(home + step.path)
  const comment = [step.rule && `rule ${step.rule}`, ...step.findings.map(worded)].filter(Boolean).join('; ')
  return {
    startedDateTime: step.at,
    time: step.durationMs,
    request: {
      ...{ method: step.method, url: url.href, ...SPOKEN },
      headers: listed(step.requestHeaders),
      // Decoded here, so what looks like a card only now is masked here.
      queryString: maskTexts(listed(url.searchParams)),
      ...(step.requestBody !== undefined && { postData: bodyOf(step.requestBody, step.requestHeaders) }),
    },
    response: {
      ...{ status: step.status, statusText: phraseOf(step.status) ?? '', redirectURL: '', ...SPOKEN },
      headers: listed(step.responseHeaders),
      content: { size: Buffer.byteLength(step.responseBody), ...bodyOf(step.responseBody, step.responseHeaders) },
    },
    cache: {},
    timings: { send: 0, wait: step.durationMs, receive: 0 },
    ...(comment && { comment }),
  }
}

/** Cookies are secret, and bodies were cut and masked. */
const SPOKEN = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 }

type Body = Pick<PostData & Content, 'mimeType' | 'text'> & { text: string }

const bodyOf = (text: string, headers: Record<string, string>): Body => ({
  mimeType: headers['content-type'] ?? headers['Content-Type'] ?? 'application/octet-stream',
  text,
})

const listed = (pairs: Record<string, string> | URLSearchParams): { name: string; value: string }[] =>
  [...(pairs instanceof URLSearchParams ? pairs : Object.entries(pairs))].map(([name, value]) => ({ name, value }))
