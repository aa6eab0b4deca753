import fc from 'fast-check'

/** JSON text in the place of a value, for numbers that JavaScript would not write like that. */
export const asWritten = (json: string) => `«${json}»`

/** JSON with what is to stand in it as it is written. */
export const jsonOf = (value: unknown): string | undefined => JSON.stringify(value)?.replace(/"«([^"«»]*)»"/g, '$1')

const nested = (depth: number) => asWritten('['.repeat(depth) + ']'.repeat(depth))

const WORDS = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'null', 'undefined', 'NaN', 'true', '0'],
  ...[
    '',
    ' ',
    '\0',
    '\t',
    '\r\nX-Injected: 1',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\udfff\ud800',
    'ÄÖÜß',
    '漢字',
    '👩‍👩‍👧',
    'e\u0301',
    'İ',
  ],
  ...[
    "' OR 1=1 --",
    '<script>',
    '{{7*7}}',
    '../../etc/passwd',
    '%00',
    '%',
    '%ff',
    '%2F',
    '[masked]',
    '$&',
    '$1',
    '*',
    '(',
  ],
  ...['-1', '1e400', '0x10', '１２３', '٣', '+5', '1_000', '00000000000000000000', '9'.repeat(19), '9'.repeat(400)],
  ...[
    '4539578763621486',
    '4539 5787 6362 1486',
    'x'.repeat(5000),
    ' '.repeat(256),
    '-'.repeat(300),
    `${'*x'.repeat(9)}*y`,
    'P1D',
    'PT1E5S',
    'P9999999999Y',
  ],
  ...[
    '2026-02-29',
    '2026-03-02T09:00:00+24:00',
    '+010000-01-01T00:00:00Z',
    '-000001-01-01',
    '2026-03-02T24:00:00Z',
    '1E3',
  ],
]
const NUMBERS = ['0', '-0', '-1', '1e400', '-1e400', '1e-400', '0.1', '9007199254740993', '9'.repeat(40), '1.0', '1e2']
const SHAPES: unknown[] = [
  ...[null, true, false, [], {}, [[]], [null], [{}], { a: { b: 1 } }],
  JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
]

/** No surrogate is a character of its own. */
const character = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xd7ff }) },
  { weight: 16, arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }) },
)

/** Any characters at all. The texts of fast-check would first list all that there are, which takes a second. */
const text = (maxLength: number) => fc.array(character, { maxLength }).map((points) => String.fromCodePoint(...points))

/** Names that members should not have. */
export const hostileName = fc.constantFrom(...WORDS)

/** What a place was never meant to hold. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS).map(asWritten) },
  { weight: 3, arbitrary: fc.constantFrom(...SHAPES) },
  { weight: 1, arbitrary: fc.constantFrom(50, 5000, 100_000).map(nested) },
  { weight: 2, arbitrary: text(40) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** What a header cannot hold never comes here. */
const inHeader = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').trim()

const HEADERS: Record<string, string[]> = {
  'content-type': [
    'text/plain',
    'application/json; charset=utf-16',
    'application/json;charset="x',
    'APPLICATION/JSON',
    ';',
    '*/*',
  ],
  'content-encoding': ['gzip', 'br', 'identity', 'gzip, gzip', 'x'],
  'content-length': ['0', '5', '99999999', '-1', 'x'],
  'transfer-encoding': ['chunked', 'gzip'],
  accept: ['text/html', 'x', '*/*;q=0'],
  authorization: [
    'Basic',
    'Basic !!',
    'Basic OnNlY3JldA==',
    'Basic /w==',
    'Bearer',
    'Bearer x',
    'Digest a',
    'Basic c2FuZGJveC0uLg==',
  ],
  apikey: ['sandbox-ci-1', 'sandbox-', 'sandbox-../x', 'demo-first-vision', 'nobody'],
  'x-sandbox-workspace': ['ci-1', '', '..', 'default', 'DEFAULT', '__proto__', 'x'.repeat(65)],
  'wl-correlation-id': ['same', '', 'x'.repeat(300)],
  'x-client-request-id': ['same', 'x'.repeat(41)],
  origin: ['https://elsewhere.example', 'null'],
  host: ['elsewhere.example', '[::1]', 'localhost:99999'],
  'sec-fetch-site': ['cross-site', 'x'],
}

export const header: fc.Arbitrary<[name: string, value: string]> = fc.oneof(
  fc
    .constantFrom(...Object.keys(HEADERS))
    .chain((name) => fc.constantFrom(...(HEADERS[name] as string[])).map((value): [string, string] => [name, value])),
  fc.tuple(fc.constantFrom(...Object.keys(HEADERS)), text(20).map(inHeader)),
)

/** What is put behind a path, or a query. */
export const tail = fc.constantFrom(
  ...[
    '/',
    '//',
    '/.',
    '/..',
    '/%2e%2e',
    '/%2F',
    '%',
    '%zz',
    '%ff',
    '%00',
    '%c3%28',
    '%ed%a0%80',
    '\\',
    ';a=1',
    '#x',
    '/x',
    'ü',
  ],
  ...[
    '?',
    '?a=1&a=2',
    '?__proto__=1&__proto__=2',
    '?limit=1&limit=2',
    '?=',
    '?&&',
    '?%ff=1',
    '?a=%zz',
    '?filter=&filter=a.b.c',
  ],
  ...['?filter=__proto__', '?embed=x&embed=y', '?since=-1', `?${'a=1&'.repeat(500)}`, `/${'x'.repeat(5000)}`],
)
