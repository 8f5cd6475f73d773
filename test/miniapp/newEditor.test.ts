import { newEditorTests } from '../support/journeys/newEditorTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** From the appointment to the first notice, in the real weapp build. */
newEditorTests(servedPhones('new-editor').launch)
