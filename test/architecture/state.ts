import { codeOf, type Source } from './source.ts'

/** Things made once that hold nothing which could differ from one workspace to another. */
const HARMLESS = new Map([['EMPTY_TABLE', 'a base without rows: its indexes are empty for everybody']])

const MUTATIONS = 'push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear'

/** Bindings of a module that could change, and so would be shared by all workspaces. */
export function mutableState(source: Source): string[] {
  const code = codeOf(source)
  const found = [
    ...[...code.matchAll(/^(?:export )?(?:let|var) (\w+)/gm)].map(([, name]) => `${name} can be assigned`),
    ...[...code.matchAll(/^ +static (?!readonly)#?(\w+)[^(\n]*=(?!>)/gm)].map(([, name]) => `${name} is static`),
    ...constants(code).flatMap(({ name, type, value }) => {
      if (HARMLESS.has(name)) return []
      if (/^(\[\]|\{\})/.test(value)) return [`${name} is empty, so it is there to be filled`]
      const made = /^new (\w+)/.exec(value)?.[1]
      if (made && !/^(RegExp|URL)$/.test(made) && !/^Readonly(Map|Set)</.test(type)) return [`${name} is a ${made}`]
      const changed = new RegExp(
        `(?<![.\\w])${name}(\\.(${MUTATIONS})\\(|\\[[^\\]\\n]*\\]\\s*(\\?\\?|\\|\\||&&|[-+*/])?=[^=>]|\\.\\w+\\s*=[^=>])`,
      )
      return changed.test(code) ? [`${name} is changed`] : []
    }),
  ]
  return found.map((what) => `${source.path}: ${what}`)
}

const constants = (code: string) =>
  [...code.matchAll(/^(?:export )?const (\w+)(?:: ([^=]+?))? =\s+(\S[^\n]*)/gm)].map(
    ([, name = '', type = '', value = '']) => ({
      ...{ name, type, value },
    }),
  )
