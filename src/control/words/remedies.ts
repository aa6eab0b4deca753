import type { Words } from '../../http/document/words.ts'

/** What is said of the steps that would make a refused request succeed. */
export const REMEDIES: Words['members'] = {
  wouldSucceed:
    'What together would make it succeed in the world as it is now, found by trying and taken back; left out where nothing is known.',
  say: 'The step in words.',
  'wouldSucceed path': 'The member to send otherwise, as `body.status`; to leave out, where there is no value.',
  'wouldSucceed from': 'Where the value stands now, and does not belong.',
  'wouldSucceed value': 'What to send there.',
  'wouldSucceed call': 'A call to make first.',
  'call method': 'Its method.',
  'call path': 'Its path and query.',
}
