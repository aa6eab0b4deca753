/** A page runs and loads what the sandbox itself serves, sends forms to it alone, and stands in no other page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer of the console says to a browser. The origin goes with forms, which are judged by it. */
const GUARDED = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const page = (html: string, status: number): Response =>
  new Response(`<!doctype html>${html}`, {
    status,
    // What a world shows is of this moment, and a token may stand between it and the next reader.
    headers: {
      ...GUARDED,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      Vary: 'Accept, Cookie',
    },
  })

/** Leads a browser on after a form. */
export const seeOther = (address: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { ...GUARDED, ...headers, Location: address } })

export const asset = (body: string | null, status: number, headers: Record<string, string>): Response =>
  new Response(body, { status, headers: { ...GUARDED, ...headers } })
