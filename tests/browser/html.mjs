// Every page is valid HTML, by html-validate's recommended rules.
import { HtmlValidate } from 'html-validate'

const config = {
  extends: ['html-validate:recommended'],
  rules: {
    // White space at the ends of lines is how templates come out; readers get it compressed.
    'no-trailing-whitespace': 'off',
    // The titles of records are the council's; a search engine that shortens them does no harm.
    'long-title': 'off',
  },
}

export function checkHtml(site, report) {
  const validator = new HtmlValidate(config)
  for (const { html, url } of site.pages) {
    for (const result of validator.validateStringSync(html, url).results) {
      for (const message of result.messages) {
        report.problem(`html-validate ${message.ruleId}: ${message.message} (${message.selector ?? ''})`, `${url}:${message.line}`)
      }
    }
  }
  report.count(`${site.pages.length} pages validated`)
}
