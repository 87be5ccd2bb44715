/* Draws a model to look at; Cockpit has its own, and does not lend it. */
export { default } from "bpmn-js/lib/NavigatedViewer";
