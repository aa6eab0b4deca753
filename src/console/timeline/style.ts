/** The colours, by the names of the console's own; a picture by itself brings them along. */
const COLOURS = `
svg.timeline { --paper: #fff; --line: #d9d4cb; --ink: #1d2126; --soft: #5d6570; --failed: #b3122e;
  --permanent: #2f6fb5; --temporary: #a85f0e; background: var(--paper); color-scheme: light dark }
@media (prefers-color-scheme: dark) { svg.timeline { --paper: #1b1e24; --line: #3a414c; --ink: #e8e6e1; --soft: #9aa3af;
  --failed: #ff8096; --permanent: #6ba6e8; --temporary: #e0a04e } }
`

/** The looks, for a page that has the colours. No colour tells anything that a form or a word does not. */
export const RULES = `
svg.timeline text { font-family: system-ui, sans-serif; fill: var(--ink) }
svg.timeline .name { font-weight: 600 }
svg.timeline .soft { fill: var(--soft) }
svg.timeline .on, svg.timeline .by-clock { fill: var(--paper); font-weight: 550 }
svg.timeline .axis { stroke: var(--line) }
svg.timeline .axis-cut { stroke: var(--paper); stroke-width: 3 }
svg.timeline .axis-fold { stroke: var(--soft); stroke-dasharray: 1 4 }
svg.timeline .guide { stroke: var(--line); stroke-opacity: .6 }
svg.timeline .permanent { fill: var(--permanent); stop-color: var(--permanent); stroke: var(--permanent) }
svg.timeline .temporary { fill: var(--temporary); stop-color: var(--temporary); stroke: var(--temporary) }
svg.timeline .bar { stroke: none }
svg.timeline .ended { fill-opacity: .2 }
svg.timeline .reads.ended { fill-opacity: .45 }
svg.timeline .to-come { fill-opacity: .04; stroke-width: 1.4; stroke-dasharray: 5 3 }
svg.timeline .permanent.to-come { stroke: var(--permanent) }
svg.timeline .temporary.to-come { stroke: var(--temporary) }
svg.timeline .removed { fill: none; stroke: var(--soft); stroke-width: 1.3; stroke-dasharray: 1.5 3; stroke-linecap: round }
svg.timeline .hatch { stroke: var(--failed); stroke-width: 2 }
svg.timeline .invalid { fill-opacity: .16 }
svg.timeline .invalid-edge { stroke: var(--failed); fill: none }
svg.timeline .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 4.5; stroke-linejoin: round }
svg.timeline .nothing { stroke: var(--soft); stroke-dasharray: 2 4 }
svg.timeline .moment { fill: var(--paper); stroke: var(--permanent); stroke-width: 1.4 }
svg.timeline .off { fill: var(--paper); fill-opacity: .62 }
svg.timeline .off-dots { fill: var(--soft); fill-opacity: .5 }
svg.timeline .flag { fill: var(--soft); stroke: var(--soft) }
svg.timeline .chip { fill: none; stroke: var(--line) }
svg.timeline .clock { stroke: var(--failed); stroke-width: 1.5 }
svg.timeline .clock-box { fill: var(--failed) }
`

/** All that a picture by itself takes. */
export const STYLE = COLOURS + RULES
