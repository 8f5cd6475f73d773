import { servedOffices } from '../support/browser/servedOffices'
import { newEditorTests } from '../support/journeys/newEditorTests'

/** From the appointment to the first notice, on the H5 app as in production. */
newEditorTests(servedOffices('h5-new-editor').open)
