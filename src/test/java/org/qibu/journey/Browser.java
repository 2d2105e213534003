package org.qibu.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at a browser: what they see, click and type; screenshots are kept as test output. */
final class Browser implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;
    private final WebDriverWait patience;
    private final String base;

    Browser(int port) {
        base = "http://localhost:" + port;
        var options = new ChromeOptions();
        options.setBinary(System.getProperty("qibu.chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=zh-CN");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(System.getProperty("qibu.chromedriver", "/usr/bin/chromedriver"))
                        .toFile())
                .build();
        driver = new ChromeDriver(service, options);
        patience = new WebDriverWait(driver, Duration.ofSeconds(40));
        patience.ignoring(StaleElementReferenceException.class);
        desktop();
    }

    void desktop() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.manage().window().setSize(new Dimension(1440, 1000));
    }

    /** A phone's width; a window of its own would not become narrower than 500 px. */
    void phone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    }

    /** Makes the page exactly so many CSS pixels wide; below the narrowest window, as a phone is. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 500));
    }

    void open(String path) {
        driver.get(base + path);
    }

    /** Where a page of ours is. */
    String address(String path) {
        return base + path;
    }

    void logIn(String account) {
        open("/login");
        see(By.name("username")).sendKeys(account);
        see(By.name("password")).sendKeys(account);
        see(By.name("password")).submit();
        patience.until(ExpectedConditions.urlContains("/staff/matters"));
    }

    WebElement see(By what) {
        return patience.until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    WebElement seeText(String text) {
        return see(By.xpath("//*[contains(normalize-space(text()), '" + text + "')]"));
    }

    void click(By what) {
        try {
            patience.until(browser -> {
                try {
                    var target = browser.findElement(what);
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
                    target.click();
                    return true;
                } catch (WebDriverException notYet) {
                    return false;
                }
            });
        } catch (TimeoutException never) {
            shoot("not-clickable");
            throw never;
        }
    }

    /** Types into a field of a Camunda Form. */
    void fill(String key, String text) {
        var field = see(field(key));
        field.clear();
        field.sendKeys(text);
    }

    /** Types as fast as a hand does, one key after the other. */
    void type(By field, String text) {
        var keys = new Actions(driver).click(see(field));
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(key -> keys.sendKeys(key).pause(Duration.ofMillis(60)));
        keys.perform();
    }

    /** What stands in a field of a Camunda Form. */
    String valueOf(String key) {
        return see(field(key)).getAttribute("value");
    }

    /** Does something inside a frame of the page. */
    void within(By frame, Runnable work) {
        patience.until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(frame));
        try {
            work.run();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** Pastes a text as from a spreadsheet. */
    void paste(By where, String text) {
        driver.executeScript("""
                const data = new DataTransfer();
                data.setData('text/plain', arguments[1]);
                arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))""", see(where), text);
    }

    /** Drops files with these names and contents, all at once. */
    void drop(By where, Map<String, String> files) {
        driver.executeScript("""
                const data = new DataTransfer();
                Object.entries(arguments[1]).forEach(([name, text]) => data.items.add(new File([text], name)));
                ['dragenter', 'dragover', 'drop'].forEach(kind => arguments[0].dispatchEvent(
                    new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true })))""", see(where), files);
    }

    /** Chooses a file to be uploaded. */
    void upload(By input, Path file) {
        driver.findElement(input).sendKeys(file.toAbsolutePath().toString());
    }

    /** What the browser complained about since it was last asked, as far as it contains these words. */
    List<String> complaints(String words) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains(words))
                .toList();
    }

    void tick(String key) {
        click(field(key));
    }

    /** Chooses a value of a Camunda Form's list by the words a person reads. */
    void choose(String key, String label) {
        click(By.cssSelector("[id$='field_" + key + "-display']"));
        click(By.xpath("//*[contains(@class,'fjs-dropdownlist-item') and normalize-space()='" + label + "']"));
    }

    /** Finds a value of a long list by typing the beginning of its words. */
    void search(String key, String words) {
        click(field(key));
        see(field(key)).sendKeys(words);
        see(By.xpath(
                "//*[contains(@class,'fjs-dropdownlist-item') and starts-with(normalize-space(), '" + words + "')]"));
        see(field(key)).sendKeys(Keys.ENTER);
    }

    /** Picks one of the choices that all stand on the page. */
    void pick(String label) {
        click(By.xpath("//label[normalize-space()='" + label + "']"));
    }

    private static By field(String key) {
        return By.cssSelector("[id$='field_" + key + "']");
    }

    boolean isGone(By what) {
        return patience.until(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    /** Whether the form of a task can be filled, which it can once the task is somebody's. */
    boolean isFormOpen() {
        return driver.findElements(By.cssSelector(".disabled-form")).isEmpty();
    }

    /** Waits until a button can be pressed, presses it. */
    void press(By button) {
        patience.until(ExpectedConditions.elementToBeClickable(button));
        click(button);
    }

    /**
     * What the pages complained of since the last question: faults of scripts, and what the content security policy kept out.
     * Answers the server gave on purpose, such as 409, are no complaint.
     */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    /** Everything the browser would keep for the next person at this computer, as text. */
    String store() {
        return (String) driver.executeScript("return JSON.stringify([localStorage, sessionStorage])");
    }

    String title() {
        return driver.getTitle();
    }

    String url() {
        return driver.getCurrentUrl();
    }

    ChromeDriver driver() {
        return driver;
    }

    void shoot(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
