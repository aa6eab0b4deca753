import { element } from './markup.ts'

const PATTERNS = ['hatch', 'dots', 'fade-permanent', 'fade-temporary'] as const

/** What a shape is filled with that is no plain colour. */
export const fillOf = (pattern: (typeof PATTERNS)[number]): string => `url(#timeline-${pattern})`

/** Patterns and fades, by ids that are the same in every picture, as they are. */
export function definitions(): string {
  const tile = { patternUnits: 'userSpaceOnUse', width: 6, height: 6 }
  const hatch = element('line', { class: 'hatch', x1: 0, x2: 0, y1: 0, y2: 6 })
  return element(
    'defs',
    {},
    element('pattern', { id: 'timeline-hatch', ...tile, patternTransform: 'rotate(45)' }, hatch),
    element(
      'pattern',
      { id: 'timeline-dots', ...tile },
      element('circle', { class: 'off-dots', cx: 3, cy: 3, r: 0.8 }),
    ),
    ...(['permanent', 'temporary'] as const).map((lane) =>
      element(
        'linearGradient',
        { id: `timeline-fade-${lane}` },
        element('stop', { class: lane, offset: 0 }),
        element('stop', { class: lane, offset: 1, 'stop-opacity': 0.15 }),
      ),
    ),
  )
}
