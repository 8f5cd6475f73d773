export { MOST_OF_A_KIND, type TodoRow, type TodosAsked, ownPlaces, todosOf } from './todosOf'
export { type PermissionsAsked, permittedOf } from './desks'
