// The door of chunhui-wire.so, found by name when it is loaded.
#include "kiosk/office/wire/grpc_line.h"

extern "C" chunhui::office::Line* ChunhuiOpenLine(const chunhui::office::GrpcLineParts& parts) {
  return new chunhui::office::GrpcLine(parts);
}
