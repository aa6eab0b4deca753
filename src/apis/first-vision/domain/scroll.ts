/** The way to go through a list: from its start, on from a row, or back from one (contract 2.7). */
export type Scroll = '' | 'N' | 'P'
