// Reads Camunda's attributes and extension elements alike, whether or not the reader of the model knows their types.

function attribute(node, name) {
  return node.get(`camunda:${name}`);
}

function extensions(node, name) {
  return (node.extensionElements?.values || [])
    .filter(value => value.$type.toLowerCase() === `camunda:${name.toLowerCase()}`);
}

/** The extension elements of a node with everything inside them. */
function allExtensions(node) {
  const inside = value => [
    value,
    ...[ value.$children, value.inputParameters, value.outputParameters, value.values, value.items ]
      .filter(Array.isArray).flat().flatMap(inside),
    ...[ value.definition, value.script ].filter(part => part?.$type).flatMap(inside)
  ];
  return (node.extensionElements?.values || []).flatMap(inside);
}

function isChinese(text) {
  return /\p{Script=Han}/u.test(text || '');
}

module.exports = { attribute, extensions, allExtensions, isChinese };
