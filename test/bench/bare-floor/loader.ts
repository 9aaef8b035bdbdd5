const launcher = document.createElement('button')
launcher.onclick = async () => {
  const { mount } = await import('./drawer.tsx')
  mount(launcher)
}
document.body.append(launcher)
