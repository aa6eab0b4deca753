/** A line of text by its baseline; `x` is where its anchor is. */
export type Text = {
  x: number
  y: number
  size: number
  text: string
  anchor: 'start' | 'middle'
  /** Where it stands: by a band, apart, on a full colour, on a pale one, on a pattern, by the clock. */
  role: 'name' | 'soft' | 'on' | 'ink' | 'halo' | 'by-clock'
}

/** How a stretch stands to the workspace's time. */
export type Tense = 'ended' | 'current' | 'to-come'

type Box = { x: number; y: number; width: number; height: number }

/** A version, or what reads answer, over its time. */
export type BarShape = Box & {
  kind: 'bar'
  lane: 'reads' | 'permanent' | 'temporary' | 'removed'
  temporary: boolean
  tense: Tense
  invalid: boolean
  /** Goes on: it fades, and ends in an arrow. */
  open: boolean
  title: string
  /** The first instant and the first after it, for who points at it; undefined where there is none. */
  from: number | undefined
  until: number | undefined
  label?: Text
}

/** A time at which reads find nothing. */
export type NothingShape = Omit<Box, 'height'> & {
  kind: 'nothing'
  title: string
  from: number | undefined
  until: number | undefined
  label?: Text
}

/** A version that ended as it began: it was replaced or deleted at that instant. */
export type MomentShape = { kind: 'moment'; x: number; y: number; title: string }

/** The time in which the whole is out of use. */
export type OffShape = Box & { kind: 'off'; title: string; flag: boolean }

export type ChipShape = Box & { kind: 'chip'; title: string; label: Text }

export type Shape = BarShape | NothingShape | MomentShape | OffShape | ChipShape

export type BandShape = { title: string; y: number; height: number; texts: Text[]; shapes: Shape[] }

export type LegendItem = {
  sample:
    | 'reads'
    | 'permanent'
    | 'temporary'
    | 'ended'
    | 'to-come'
    | 'invalid'
    | 'removed'
    | 'off'
    | 'nothing'
    | 'moment'
  x: number
  y: number
  label: Text
}

/** A timeline as what is to be drawn, in pixels from the upper left. */
export type Drawing = {
  width: number
  height: number
  title: string
  description: string
  /** Instants and where they are, in order: between two of them time lies evenly. */
  marks: { x: number; at: number }[]
  axis: { y: number; left: number; right: number; ticks: (Text & { at: number })[]; folds: FoldShape[] }
  bands: BandShape[]
  clock: { at: number; x: number; from: number; until: number; title: string; label: Text; box: Box }
  legend: LegendItem[]
}

export type FoldShape = { from: number; until: number; title: string; label: Text | undefined }
