import { reachTests } from '../support/reach/reachTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** Every right of a role, from 我的 by presses, in the real weapp build. */
const { launch } = servedPhones('reach')
reachTests(launch, 'weapp', ['system-admin', 'security-admin', 'audit-admin'])
