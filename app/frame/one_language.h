#pragma once

namespace memwall::app
{

/// The program speaks English on every desktop: numbers are read and written with a point, and the system
/// words its errors alike. To be called when the application exists, for its constructor takes the forms of
/// the environment's locale, which the JSON library and boxes for numbers would follow.
void useOneLanguage();

} // namespace memwall::app
