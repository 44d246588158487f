// Nothing of its own: carries the headers that every test program shares (cmake/Chunhui.cmake).
