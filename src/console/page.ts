import type { Child } from 'hono/jsx'
import type { Ask, Read } from './asking.ts'
import type { Walks } from './walks.ts'

/** What a query may be changed to: a member that is undefined or empty goes. */
export type QueryChange = Record<string, string | undefined>

/** What a page is shown for: one visit, in the world that its address names. */
export type View = {
  /** Asks the control plane, in this world and with the visitor's credentials. @throws NotAnswered */
  ask: Ask
  /** Asks it for a text, such as a picture. @throws NotAnswered */
  read: Read
  /** The walkthroughs under way, of all worlds. */
  walks: Walks
  /** What the page's path left open, such as `id`. */
  params: Record<string, string>
  query: URLSearchParams
  /** The `/w/{workspace}` that the visitor came by; empty where the address names none. */
  prefix: string
  /** Where the sandbox is for the visitor: origin and prefix. */
  home: string
  /** Whether only the live parts are wanted, of a page that is open already. */
  isRenewal: boolean
  /** Whether a token opened the console to this browser. */
  isSignedIn: boolean
  /** The visitor's address, from its path on. */
  address: string
  /** The address of a path of the sandbox in this world. */
  link(path: string, query?: QueryChange): string
  /** This page with another query: what is not named stays as it is. */
  here(change: QueryChange): string
  /** The address of a page, where there is one. */
  pageAt(path: string, query?: QueryChange): string | undefined
}

/** What a page shows; the frame goes around it. */
export type Shown = {
  title: string
  body: Child
  /** 200 unless it says otherwise. */
  status?: number
  /** Where `Esc` leads: one step out. */
  back?: string
}

/** A page of the console: a file in `pages/`, and an entry in `pages.ts`. */
export type Page = {
  /** Below the world's prefix; a segment `:id` is a parameter. */
  path: string
  /** How the navigation names it, and the key that opens it after `g`; none where it is reached from another page. */
  entry?: { name: string; key: string }
  show(view: View): Shown | Promise<Shown>
}
