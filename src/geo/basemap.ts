/**
 * The base map: drawn once at build in one projection, kept once a page, and placed by a camera.
 * Contract only for now; see the exported signatures.
 */
