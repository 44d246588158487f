// The terminal in the hall. Builds everything, shows the first frame, then asks the office.
// Shutdown order: the app (it signs staff out), the readers (threads), the office's client
// (threads), the window.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "core/secrets/random.h"
#include "kiosk/app/app.h"
#include "kiosk/config.h"
#include "kiosk/devices/speaker.h"
#include "kiosk/enrolling.h"
#include "kiosk/glass.h"
#include "kiosk/kit/speech/speaking_engine.h"
#include "kiosk/office/client.h"
#include "kiosk/office/late_line.h"
#include "kiosk/readers.h"
#include "kiosk/script.h"
#include "kiosk/window.h"
#include "kiosk/witness.h"

namespace chunhui::kiosk {
namespace {

namespace fs = std::filesystem;

// What people at the service desk read off the screen.
constexpr const char* kNoCertificate = "K-03";
constexpr const char* kNoDisk = "K-04";

struct Options {
  fs::path config_file;
  std::string panel;
  std::string window = "panel";
  fs::path record_file;
  fs::path shots_folder;
  fs::path trace_file;
  std::string script;  // "-" is the standard input; empty: a window
  std::string language;
  std::string theme;
  EnrolOptions enrol;
};

void AddOptions(CLI::App& line, Options& options) {
  line.footer(ConfigHelp);
  line.add_option("--config", options.config_file, "this kiosk's configuration (TOML)")
      ->type_name("FILE");
  line.add_option("--panel", options.panel,
                  "a 21.5 inch panel upright or lying, whatever the "
                  "configuration says about its size")
      ->check(CLI::IsMember({"portrait", "landscape"}));
  line.add_option("--window", options.window,
                  "panel: pixel by pixel; fit: the whole panel, smaller where the display is")
      ->check(CLI::IsMember({"panel", "fit"}))
      ->capture_default_str();
  line.add_option("--language", options.language, "of an idle kiosk; default: the configuration's")
      ->check(CLI::IsMember({"zh-CN", "en"}));
  line.add_option("--theme", options.theme, "default: the configuration's")
      ->check(CLI::IsMember({"warm", "dark", "contrast", "quiet"}));
  line.add_option("--record", options.record_file,
                  "append a line of JSON whenever what is shown changes; demo town only")
      ->type_name("FILE");
  line.add_option("--shots", options.shots_folder,
                  "write a PNG of every screen state; demo town only")
      ->type_name("DIR");
  line.add_option("--touch-trace", options.trace_file,
                  "write every touch of the window as the panel sent it; demo town only")
      ->type_name("FILE");
  line.add_option("--visit", options.script,
                  "no window: follow the commands of this file (- for the standard input)")
      ->type_name("SCRIPT");
}

void AddEnrol(CLI::App& line, EnrolOptions& options) {
  CLI::App& enrol = *line.add_subcommand("enrol", "get this kiosk's certificate, once");
  enrol.add_option("--token", options.token, "as chunhui-desk kiosk enrol told")->required();
  enrol.add_option("--office", options.enrolment_address, "the office's enrolment port")
      ->type_name("HOST:PORT")
      ->required();
  enrol
      .add_option("--fingerprint", options.fingerprint,
                  "SHA-256 of the office's authority, 64 hex digits, checked before the token "
                  "is sent")
      ->required();
  enrol.add_option("--serve", options.office_address, "the office's port for kiosks afterwards")
      ->type_name("HOST:PORT")
      ->required();
  enrol.add_option("--dir", options.folder, "where kiosk.toml, keys and certificates go")
      ->type_name("DIR")
      ->required();
}

// What the configuration says of the glass comes first, then what was measured on it.
void FindMeasure(Config& config) {
  if (config.measured) return;
  const auto kept = ReadPxPerMm(config.data_folder);
  config.panel.px_per_mm = kept ? *kept : kit::GuessedPxPerMm(config.panel);
  config.measured = kept.has_value() || config.demo;
}

Config ConfigOf(const Options& options) {
  if (options.config_file.empty()) throw ConfigError("--config FILE is needed (see --help)");
  Config config = ReadConfig(options.config_file);
  if (options.panel == "portrait") config.panel = kit::kPortraitPanel;
  if (options.panel == "landscape") config.panel = kit::kLandscapePanel;
  config.measured = config.measured || !options.panel.empty();
  FindMeasure(config);
  if (!options.language.empty()) config.language = options.language;
  if (!options.theme.empty()) config.theme = *kit::ThemeFromName(options.theme);
  const bool witnesses =
      !options.record_file.empty() || !options.shots_folder.empty() || !options.trace_file.empty();
  if (witnesses && !config.demo) {
    throw ConfigError(
        "--record, --shots and --touch-trace are only for the demo town "
        "(demo = true)");
  }
  return config;
}

std::string ReadFile(const fs::path& file, std::string& fault) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (text.empty()) {
    std::cerr << "chunhui-kiosk: cannot read " << file.string() << "\n";
    fault = kNoCertificate;
  }
  return text;
}

office::IdentityFiles IdentityOf(const Config& config) {
  return {config.authority_file, config.certificate_file, config.key_file};
}

std::unique_ptr<office::Line> MakeLine(const Config& config, std::string& fault) {
  office::FinishRenewal(IdentityOf(config));
  return std::make_unique<office::LateLine>(
      WireModule(),
      office::GrpcLineParts{config.office_address, ReadFile(config.authority_file, fault),
                            ReadFile(config.certificate_file, fault),
                            ReadFile(config.key_file, fault)});
}

// A kiosk whose disk is unusable still shows that it is out of order, and whom to ask.
std::unique_ptr<office::Client> MakeClient(const Config& config, const time::Clock& clock,
                                           secrets::Random& random,
                                           const std::function<void()>& wake, std::string& fault) {
  const auto make = [&](const fs::path& folder) {
    return std::make_unique<office::Client>(office::Client::Parts{MakeLine(config, fault),
                                                                  folder,
                                                                  clock,
                                                                  random,
                                                                  wake,
                                                                  CHUNHUI_VERSION,
                                                                  {},
                                                                  fault,
                                                                  IdentityOf(config)});
  };
  try {
    return make(config.data_folder);
  } catch (const std::exception& error) {
    std::cerr << "chunhui-kiosk: " << config.data_folder.string() << ": " << error.what() << "\n";
    fault = kNoDisk;
  }
  std::string folder = (fs::temp_directory_path() / "chunhui-kiosk-XXXXXX").string();
  if (!mkdtemp(folder.data())) throw std::runtime_error("no folder can be written");
  return make(folder);
}

// Everything the kiosk stands on, in the order in which it is built.
struct Kiosk {
  Kiosk(const Config& config, devices::Bell& bell, kit::Engine& speech,
        const std::function<void()>& wake, bool still)
      : client(MakeClient(config, clock, random, wake, fault)),
        cards(MakeCards(config)),
        handwriting(ReaderProgram(), wake),
        camera(MakeCamera(config, wake)),
        readers(config.readers, wake),
        app({config.panel,
             *client,
             clock,
             bell,
             *cards,
             speech,
             config.assets_folder / "words",
             config.language,
             config.theme,
             fault,
             &handwriting,
             camera.get(),
             [this] { return readers.Take(); },
             still || config.still,
             config.ask_later_seconds * int64_t{1000},
             kit::FindDialects(config.assets_folder / "voice"),
             config.measured,
             [folder = config.data_folder](float px_per_mm) { KeepPxPerMm(folder, px_per_mm); },
             ReadTakenOut(config.data_folder),
             [folder = config.data_folder](bool out) { KeepTakenOut(folder, out); }}) {}

  static std::unique_ptr<devices::CardReader> MakeCards(const Config& config) {
    if (config.demo) return std::make_unique<devices::TypedCards>();
    return std::make_unique<devices::KeyboardWedge>();
  }

  // Nothing without a camera. Only the demo town looks at a picture, and at invented numbers.
  static std::unique_ptr<devices::CardCamera> MakeCamera(const Config& config,
                                                         const std::function<void()>& wake) {
    constexpr int kPictureMs = 300;
    std::unique_ptr<devices::Camera> camera;
    if (!config.camera_device.empty()) {
      camera = std::make_unique<devices::V4l2Camera>(config.camera_device);
    } else if (config.demo && !config.camera_picture.empty()) {
      camera = std::make_unique<devices::PictureCamera>(
          std::vector<fs::path>{config.camera_picture}, kPictureMs);
    }
    if (!camera) return nullptr;
    return std::make_unique<devices::RecognisingCardCamera>(
        std::move(camera), devices::Recognizer::Program{ReaderProgram(), config.demo}, wake);
  }

  // Installed beside this program.
  static fs::path ReaderProgram() {
    return fs::read_symlink("/proc/self/exe").parent_path() / "chunhui-recognize";
  }

  time::SystemClock clock;
  secrets::SystemRandom random;
  std::string fault;
  std::unique_ptr<office::Client> client;
  std::unique_ptr<devices::CardReader> cards;
  devices::HandwritingProgram handwriting;
  std::unique_ptr<devices::CardCamera> camera;
  Readers readers;
  app::App app;
};

int RunWindow(const Config& config, const Options& options, Witness& witness) {
  Waker waker;
  Window window(config.panel, options.window == "fit" ? WindowSize::kFit : WindowSize::kPanel,
                waker, config.keys);
  if (!options.trace_file.empty()) window.TraceTouches(options.trace_file);
  devices::Speaker speaker;
  devices::SoundingBell bell([&speaker](devices::Ring ring) {
    if (!speaker.Ring(ring)) std::cerr << '\a' << std::flush;
  });
  kit::SpeakingEngine* fetched = nullptr;
  kit::SpeakingEngine speech(
      {config.assets_folder, DefaultPrompts(),
       [&] { return speaker.Open([&](std::span<int16_t> out) { fetched->Fill(out); }); },
       [&] { speaker.Rest(); }, [&waker] { waker.Wake(); }});
  fetched = &speech;
  Kiosk kiosk(
      config, bell, speech, [&waker] { waker.Wake(); }, false);
  window.Run(kiosk.app, witness, [&kiosk] { kiosk.client->Start(); });
  return 0;
}

int RunScript(const Config& config, const Options& options, Witness& witness) {
  std::ifstream file;
  if (options.script != "-") {
    file.open(options.script);
    if (!file) throw ConfigError(options.script + ": cannot be read");
  }
  Script script(options.script == "-" ? std::cin : file);
  devices::SilentBell bell;
  kit::SilentEngine speech;
  Kiosk kiosk(
      config, bell, speech, [&script] { script.Wake(); }, true);
  const bool well = script.Run(kiosk.app, witness, std::cout, [&kiosk] { kiosk.client->Start(); });
  return well ? 0 : 1;
}

int Run(int argc, char** argv) {
  NowMs();  // time counts from here
  Options options;
  CLI::App line("The terminal of Chunhui: a kiosk for the elderly in a community centre.");
  AddOptions(line, options);
  AddEnrol(line, options.enrol);
  CLI11_PARSE(line, argc, argv);
  if (line.got_subcommand("enrol")) return RunEnrol(options.enrol);
  const Config config = ConfigOf(options);
  Witness witness(options.record_file, options.shots_folder);
  return options.script.empty() ? RunWindow(config, options, witness)
                                : RunScript(config, options, witness);
}

}  // namespace
}  // namespace chunhui::kiosk

int main(int argc, char** argv) {
  try {
    return chunhui::kiosk::Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "chunhui-kiosk: " << error.what() << "\n";
    return 2;
  }
}
