/** What goes beside the explorer's own looks: the bar of documents, and less ornament. */
export const STYLE = `
:root { color-scheme: light; --page: #fff; --bar: #f4f5f7; --text: #1c2128; --quiet: #57606a; --line: #d0d7de; --mark: #0b5cad }
:root.dark-mode { color-scheme: dark; --page: #1c2022; --bar: #15181a; --text: #e6edf3; --quiet: #9aa4ae; --line: #3a4148; --mark: #7ab7ff }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; padding: .6rem 1.25rem;
  background: var(--bar); border-bottom: 1px solid var(--line) }
nav a { color: var(--quiet); text-decoration: none; padding: .15rem 0; border-bottom: 2px solid transparent }
nav a:hover, nav a[aria-current] { color: var(--text) }
nav a[aria-current] { border-color: var(--mark) }
nav .aside { margin-left: auto }
.swagger-ui .info { margin: 1.5rem 0 1rem }
html:root .swagger-ui .scheme-container { background: none; box-shadow: none; padding: 0 0 .5rem }
html:root .swagger-ui .filter .operation-filter-input { margin: 1rem 0 0; border: 1px solid var(--line) }
`

/** Starts the explorer with the document that the page names; its looks are those that the reader chose, or the system's. */
export const SCRIPT = `
const dark = matchMedia('(prefers-color-scheme: dark)')
const { classList, dataset } = document.documentElement
const follow = () => classList.toggle('dark-mode', dataset.theme ? dataset.theme === 'dark' : dark.matches)
dark.addEventListener('change', follow)
follow()
const domNode = document.getElementById('explorer')
const explorer = SwaggerUIBundle({
  domNode,
  url: domNode.dataset.document,
  deepLinking: true,
  filter: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: -1,
  docExpansion: 'list',
  validatorUrl: null,
  onComplete: () => {
    for (const client of JSON.parse(domNode.dataset.clients)) explorer.preauthorizeBasic(...client)
  },
})
`
