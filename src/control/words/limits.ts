import type { Words } from '../../http/document/words.ts'

/** What is said of limit profiles. */
export const LIMITS: Words['members'] = {
  'listLimits limits': 'The profiles that bite in the workspace, by API.',
  ways: 'What may stand behind a profile’s name, after a colon: what happens to a value beyond it.',
  profiles: 'The profiles there are.',
  'profiles api': 'The API that it bites in.',
  'profiles name': 'As a scenario, load or workspace names it.',
  'profiles about': 'What it stands for, and where such limits come from.',
  way: 'What it does to a value beyond it unless a choice says otherwise.',
  'profiles limits': 'What it holds values to.',
  'profiles members': 'The members that it holds for, wherever they stand; all texts where left out.',
  most: 'How many characters they have at most.',
  characters: 'Of which characters they are.',
}
