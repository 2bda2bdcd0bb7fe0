export { nearestName } from '../knowledge/nearest-name.js'
