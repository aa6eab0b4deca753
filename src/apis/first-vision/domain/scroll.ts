/** How a list is scrolled: blank from its start, N forwards from a row, P backwards from one (contract 2.7). */
export type Scroll = '' | 'N' | 'P'
