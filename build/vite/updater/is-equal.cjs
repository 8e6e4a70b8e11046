/** Stands in the bundle for lodash.isequal, with which electron-updater compares what two feeds say. */
module.exports = require('node:util').isDeepStrictEqual;
