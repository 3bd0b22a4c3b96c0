// Each calendar is read by ical.js, and keeps the rules of RFC 5545 that a reader passes over.
import ICAL from 'ical.js'

export function checkCalendars(site, fault) {
  const files = [...site.files].filter((name) => name.endsWith('calendar.ics')).sort()
  let events = 0
  for (const file of files) {
    const text = site.text(file)
    if (/[^\r]\n|\r[^\n]/.test(text)) fault(`${file}: a line does not end in CRLF`)
    for (const line of text.split('\r\n')) {
      if (Buffer.byteLength(line) > 75) fault(`${file}: a line of more than 75 octets: ${line}`)
    }
    const calendar = new ICAL.Component(ICAL.parse(text))
    for (const name of ['version', 'prodid']) {
      if (!calendar.hasProperty(name)) fault(`${file}: no ${name}`)
    }
    const ids = new Set()
    for (const component of calendar.getAllSubcomponents('vevent')) {
      events += 1
      checkEvent(site, file, component, ids, fault)
    }
  }
  if (!site.files.has('calendar.ics')) fault('the site has no calendar')
  return `${files.length} calendars, ${events} events`
}

function checkEvent(site, file, component, ids, fault) {
  const event = new ICAL.Event(component)
  const where = `${file}: ${event.uid}`
  if (ids.has(event.uid)) fault(`${where}: two events of one id`)
  ids.add(event.uid)
  if (!component.hasProperty('dtstamp')) fault(`${where}: no DTSTAMP`)
  if (!event.summary) fault(`${where}: no summary`)
  if (component.hasProperty('dtend') && event.endDate.compare(event.startDate) <= 0) {
    fault(`${where}: ends before it starts`)
  }
  const address = component.getFirstPropertyValue('url')
  const page = site.fileAt(address)
  if (!page) {
    fault(`${where}: leads to no page`)
    return
  }
  const record = site.json(page.replace('index.html', 'index.json'))
  if (record.illustrative && component.getFirstProperty('categories').getValues().length < 2) {
    fault(`${where}: not marked as illustrative`)
  }
  const starts = record.starts ?? record.day
  if (record.collection === 'meetings' && starts.length > 10) {
    const same = event.startDate.toJSDate().getTime() === new Date(starts).getTime()
    if (!same) fault(`${where}: starts at ${event.startDate}, the record at ${starts}`)
  }
}
