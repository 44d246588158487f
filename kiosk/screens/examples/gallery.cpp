#include "kiosk/screens/examples/gallery.h"

#include <fstream>
#include <stdexcept>

namespace chunhui::screens {
namespace {

constexpr const char* kHead = R"html(<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Chunhui · 春晖</title>
<meta name="viewport" content="width=device-width">
<style>
  body { margin: 0; background: #fff8ec; color: #2a1f14; font: 16px/1.5 "Noto Sans CJK SC", sans-serif }
  header { position: sticky; top: 0; background: #f6e3c5; padding: 10px 16px; display: flex;
           flex-wrap: wrap; gap: 8px 14px; align-items: center; border-bottom: 1px solid #8c6b3e }
  h1 { font-size: 20px; margin: 0 }
  select { font: inherit; padding: 4px 8px; border: 1px solid #8c6b3e; border-radius: 6px;
           background: #fff }
  main { display: flex; flex-wrap: wrap; gap: 18px; padding: 16px }
  figure { margin: 0; cursor: pointer }
  figure:focus-visible { outline: 4px solid #083e6e; outline-offset: 3px }
  main img { height: 400px; border: 1px solid #8c6b3e; border-radius: 6px; display: block;
             background: #fff }
  figcaption { font-size: 13px; color: #4a3a2a; padding-top: 4px; max-width: 720px }
  dialog { border: 0; padding: 0; background: #2a1f14; color: #fff; max-width: 100vw;
           max-height: 100vh; width: 100vw; height: 100vh; text-align: center }
  dialog img { max-width: 100vw; height: calc(100vh - 40px); object-fit: contain }
  dialog p { margin: 0; line-height: 40px }
</style>
<header><h1>春晖 Chunhui</h1></header><main></main>
<dialog><img alt=""><p></p></dialog>
<script>
const pictures = [
)html";

constexpr const char* kTail = R"html(];
const parts = ["screen", "state", "step", "theme", "language", "panel", "mode"];
for (const p of pictures) p.screen = p.state.split(".")[0];
const wanted = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const header = document.querySelector("header"), main = document.querySelector("main");
const large = document.querySelector("dialog");
const count = document.createElement("span");
let shown = [], at = 0;
for (const part of parts) {
  const values = [...new Set(pictures.map(p => String(p[part])))];
  if (values.length < 2) continue;
  const label = document.createElement("label"), select = document.createElement("select");
  select.add(new Option("all", ""));
  for (const value of values) select.add(new Option(value, value));
  select.value = wanted[part] ?? "";
  select.onchange = () => { wanted[part] = select.value; show() };
  label.append(part + " ", select);
  header.append(label);
}
header.append(count);
const told = p => `${p.state} · step ${p.step} · ${p.theme} · ${p.language} · ${p.panel}` +
                  (p.mode === "low" ? " · low" : "");
function show() {
  shown = pictures.filter(p => parts.every(part => !wanted[part] || String(p[part]) === wanted[part]));
  location.hash = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  count.textContent = `${shown.length} pictures; ← → leaf through`;
  main.replaceChildren(...shown.map((p, i) => {
    const figure = document.createElement("figure"), img = document.createElement("img");
    const caption = document.createElement("figcaption");
    img.loading = "lazy"; img.src = p.file; img.alt = told(p);
    caption.textContent = told(p);
    figure.tabIndex = 0;
    figure.append(img, caption);
    figure.onclick = () => open(i);
    figure.onkeydown = event => { if (event.key === "Enter") open(i) };
    return figure;
  }));
}
function open(i) {
  at = (i + shown.length) % shown.length;
  large.querySelector("img").src = shown[at].file;
  large.querySelector("p").textContent = told(shown[at]);
  if (!large.open) large.showModal();
}
large.onclick = () => large.close();
document.onkeydown = event => {
  if (!large.open) return;
  if (event.key === "ArrowRight") open(at + 1);
  if (event.key === "ArrowLeft") open(at - 1);
};
show();
</script></html>
)html";

// File names and names of states hold nothing that needs an escape.
void WritePicture(std::ostream& page, const GalleryPicture& picture) {
  page << "{file:\"" << picture.file << "\",state:\"" << picture.state << "\",step:" << picture.step
       << ",theme:\"" << picture.theme << "\",language:\"" << picture.language << "\",panel:\""
       << picture.panel << "\",mode:\"" << picture.mode << "\"},\n";
}

}  // namespace

void WriteGallery(const std::filesystem::path& folder,
                  const std::vector<GalleryPicture>& pictures) {
  std::ofstream page(folder / "index.html");
  page << kHead;
  for (const GalleryPicture& picture : pictures) WritePicture(page, picture);
  page << kTail;
  if (!page) throw std::runtime_error("cannot write " + (folder / "index.html").string());
}

}  // namespace chunhui::screens
